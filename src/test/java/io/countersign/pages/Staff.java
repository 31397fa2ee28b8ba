package io.countersign.pages;

import java.util.List;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.scenario.Correspondent;

/** The people of the ministry, as its directory knows them. */
enum Staff implements Correspondent {

	ANNA("Anna Holm", "anna.holm", "Minister", "Ministeren"),
	BO("Bo Lind", "bo.lind", "Departementschef", "Departementet"),
	CLARA("Clara Juhl", "clara.juhl", "Kontorchef", "Jura"), DAN("Dan Friis", "dan.friis", "Sagsbehandler", "Jura"),
	EVA("Eva Skov", "eva.skov", "Ministersekretær", "Ministersekretariatet"),
	HELLE("Helle Nørby", "helle.noerby", "Direktionssekretær", "Departementet"),
	FINN("Finn Bro", "finn.bro", "Pressechef", "Presse"), GRO("Gro Dam", "gro.dam", "Afdelingschef", "Økonomi");

	private final String displayName;

	private final String mailbox;

	private final String jobTitle;

	private final String unit;

	Staff(String displayName, String mailbox, String jobTitle, String unit) {
		this.displayName = displayName;
		this.mailbox = mailbox;
		this.jobTitle = jobTitle;
		this.unit = unit;
	}

	static List<Staff> all() {
		return List.of(values());
	}

	@Override
	public String displayName() {
		return this.displayName;
	}

	@Override
	public String address() {
		return this.mailbox + "@min.example";
	}

	EmailAddress email() {
		return new EmailAddress(address());
	}

	/** As somebody who looks after everything. */
	Clearance forAll() {
		return new Clearance(email(), true);
	}

	String jobTitle() {
		return this.jobTitle;
	}

	String unit() {
		return this.unit;
	}

}
