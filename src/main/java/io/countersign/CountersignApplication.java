package io.countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Countersign: every module on one machine, as many machines as wanted. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountersignApplication {

	public static void main(String[] args) {
		SpringApplication.run(CountersignApplication.class, args);
	}

}
