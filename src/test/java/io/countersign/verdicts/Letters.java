package io.countersign.verdicts;

import io.countersign.cases.Ask;
import io.countersign.intake.Folder;

/** Replies as mail servers hand them over, without any copy in a Sent Items. */
final class Letters {

	static final String IN_TENANT = """
			Received: from AM0PR01MB1.eurprd01.prod.exchangelabs.com (2603:10a6:20b:3d3::8)
			 by DB7PR01MB2.eurprd01.prod.exchangelabs.com with HTTPS; Tue, 24 Nov 2026 10:00:00 +0000
			Received: from AM0PR01MB1.eurprd01.prod.exchangelabs.com ([fe80::1ff:2])
			 by AM0PR01MB1.eurprd01.prod.exchangelabs.com ([fe80::1ff:2%%6]) with mapi id 15.20.9000.1; Tue, 24 Nov 2026 09:59:59 +0000
			Authentication-Results: dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=min.example;
			X-MS-Exchange-Organization-AuthAs: Internal
			X-MS-Exchange-Organization-MessageDirectionality: Originating
			X-MS-Exchange-CrossTenant-Id: %s
			X-MS-Exchange-Organization-SCL: -1
			"""
		.formatted(Policy.TENANT) + withoutHop();

	static final String BORDER_HOP = "Received: from mail.partner.example (203.0.113.5) by DB5PEPF1.mail.protection.outlook.com\n"
			+ " (10.167.8.1) with Microsoft SMTP Server id 15.20.9000.1; Tue, 24 Nov 2026 10:00:00 +0000\n";

	static final String RESULTS = "Authentication-Results: spf=pass (sender IP is 203.0.113.5) smtp.mailfrom=partner.example;\n"
			+ " dkim=pass (signature was verified) header.d=partner.example;dmarc=pass action=none\n"
			+ " header.from=partner.example;compauth=pass reason=100\n";

	static final String EXTERNAL = """
			Received: from DB5PEPF1.mail.protection.outlook.com (2603:10a6:20b::1)
			 by DB7PR01MB2.eurprd01.prod.exchangelabs.com with Microsoft SMTP Server; Tue, 24 Nov 2026 10:00:01 +0000
			""" + RESULTS + BORDER_HOP
			+ "Received: from pia (198.51.100.7) by mail.partner.example; Tue, 24 Nov 2026 09:59:58 +0000\n"
			+ "DKIM-Signature: v=1; a=rsa-sha256; d=partner.example; s=one; h=from:to:subject:date; bh=AA=; b=AA=\n"
			+ "X-Forefront-Antispam-Report: CIP:203.0.113.5;CTRY:DK;LANG:da;SCL:1;SFV:NSPM;CAT:NONE;DIR:INB;\n"
			+ withoutHop().replace("Anna Holm <anna.holm@min.example>", "Pia Lund <pia.lund@partner.example>");

	static final String TENANT_HOP = "Received: from EUR05-AM6-obe.outbound.protection.outlook.com (40.107.22.123)\n"
			+ " by DB5PEPF1.mail.protection.outlook.com (10.167.8.1) with Microsoft SMTP Server id 15.20.9000.1;"
			+ " Tue, 24 Nov 2026 10:00:00 +0000\n";

	/** Of another organisation at Exchange Online, as ours has marked it. */
	static final String FROM_A_TENANT = """
			Received: from DB5PEPF1.mail.protection.outlook.com (2603:10a6:20b::1)
			 by DB7PR01MB2.eurprd01.prod.exchangelabs.com with Microsoft SMTP Server; Tue, 24 Nov 2026 10:00:01 +0000
			""" + RESULTS + TENANT_HOP
			+ "Received: from AM9PR01MB5.eurprd01.prod.exchangelabs.com (2603:10a6:20b:99::5)\n"
			+ " by DB9PR01MB6.eurprd01.prod.exchangelabs.com with Microsoft SMTP Server; Tue, 24 Nov 2026 09:59:59 +0000\n"
			+ "DKIM-Signature: v=1; a=rsa-sha256; d=partner.example; s=one; h=from:to:subject:date; bh=AA=; b=AA=\n"
			+ "X-MS-Exchange-Organization-AuthAs: Anonymous\n"
			+ "X-MS-Exchange-Organization-MessageDirectionality: Incoming\n"
			+ "X-MS-Exchange-CrossTenant-Id: 0b1f7a52-0000-4000-8000-000000000002\n"
			+ "X-MS-Exchange-CrossTenant-AuthAs: Internal\n"
			+ "X-Forefront-Antispam-Report: CIP:40.107.22.123;CTRY:DK;SCL:1;CAT:NONE;DIR:INB;\n"
			+ withoutHop().replace("Anna Holm <anna.holm@min.example>", "Pia Lund <pia.lund@partner.example>");

	static final String OVER_OUR_BORDER = """
			Received: from mx.min.example ([10.0.0.2]) by store.min.example; Tue, 24 Nov 2026 10:00:01 +0000
			Authentication-Results: mx.min.example; auth=pass smtp.auth=anna.holm@min.example
			Received: from [10.1.1.1] ([203.0.113.77]) by mx.min.example with ESMTPSA; Tue, 24 Nov 2026 10:00:00 +0000
			""" + withoutHop();

	private Letters() {
	}

	/** Only her own mail servers can vouch for the author. */
	static Trial delivered(String mail) {
		return Trial.of(mail).seenIn(Trial.seen(Trial.EVA, Folder.INBOX)).notWatched();
	}

	static Trial external(String part, String instead) {
		return fromOutside(changed(EXTERNAL, part, instead));
	}

	static Trial internal(String part, String instead) {
		return delivered(changed(IN_TENANT, part, instead));
	}

	/** Pia of another organisation was asked. */
	static Trial fromOutside(String mail) {
		return delivered(mail).asking(Trial.ask("ask@min.example", Trial.CASE, Trial.PIA, 1, Ask.State.OPEN),
				Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.OPEN));
	}

	static String changed(String mail, String part, String instead) {
		if (!mail.contains(part)) {
			throw new IllegalArgumentException(part);
		}
		return mail.replace(part, instead);
	}

	private static String withoutHop() {
		return Trial.REPLY.substring(Trial.REPLY.indexOf('\n') + 1);
	}

}
