package io.countersign.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

import io.countersign.CountersignApplication;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/**
 * The product, complete and unchanged, behind a data source that can be told on standard
 * input where to die: {@code CASE_COMMITTED 2} is the second time that point is reached.
 */
final class DyingProduct implements BeanPostProcessor {

	private volatile Doom doom = Doom.NONE;

	private DyingProduct() {
	}

	public static void main(String[] arguments) {
		var dying = new DyingProduct();
		Thread.ofPlatform().daemon().start(dying::listen);
		var application = new SpringApplication(CountersignApplication.class);
		application.addInitializers((context) -> context.getBeanFactory().addBeanPostProcessor(dying));
		application.run(arguments);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database) ? new DyingDataSource(database, () -> this.doom) : bean;
	}

	private void listen() {
		try (var commands = new BufferedReader(new InputStreamReader(System.in))) {
			for (var line = commands.readLine(); line != null; line = commands.readLine()) {
				var words = line.split(" ");
				this.doom = new Doom(CrashPoint.valueOf(words[0]), Integer.parseInt(words[1]));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
