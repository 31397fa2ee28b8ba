package io.countersign.scenario;

/** The people of the small ministry, as they write their name and where their mail is. */
public enum Cast implements Correspondent {

	ANNA("Anna Holm", "anna.holm@min.example", "Minister", "minister"),
	BO("Bo Lind", "bo.lind@min.example", "Departementschef", "departementschef"),
	CLARA("Clara Juhl", "clara.juhl@min.example", "Kontorchef", "kontorchef"),
	DAN("Dan Friis", "dan.friis@min.example", "Sagsbehandler", "sagsbehandler"),
	EVA("Eva Skov", "eva.skov@min.example", "Ministersekretær", "sagsbehandler"),
	FINN("Finn Bro", "finn.bro@min.example", "Pressechef", "kontorchef"),
	SECRETARIAT("Ministersekretariatet", "ministersekretariatet@min.example", "", "sagsbehandler");

	private final String displayName;

	private final String address;

	private final String jobTitle;

	private final String level;

	Cast(String displayName, String address, String jobTitle, String level) {
		this.displayName = displayName;
		this.address = address;
		this.jobTitle = jobTitle;
		this.level = level;
	}

	@Override
	public String displayName() {
		return this.displayName;
	}

	@Override
	public String address() {
		return this.address;
	}

	public String jobTitle() {
		return this.jobTitle;
	}

	public String level() {
		return this.level;
	}

}
