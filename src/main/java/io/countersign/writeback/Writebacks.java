package io.countersign.writeback;

import java.util.List;

import io.countersign.cases.CaseId;

import org.springframework.stereotype.Service;

/** The answers we owe or have given. */
@Service
public class Writebacks {

	private final WritebackRepository repository;

	Writebacks(WritebackRepository repository) {
		this.repository = repository;
	}

	public List<Writeback> ofCase(CaseId caseId) {
		return this.repository.ofCase(caseId);
	}

	/** Those that wait or are stuck, oldest first. */
	public List<Writeback> unsent(int limit) {
		return this.repository.unsent(limit);
	}

}
