package io.countersign.cases;

/** What somebody is to a case. Being copied in never makes an approver. */
public enum Role {

	REQUESTER, APPROVER, EXECUTOR, INFORMED

}
