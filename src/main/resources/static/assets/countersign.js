/* Shortcuts and calm live updates. Every page works without this file. */
(() => {
	const $ = (selector, root = document) => root.querySelector(selector);
	const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
	const root = document.documentElement;
	const say = (text) => { const line = $('#announce'); if (line) line.textContent = text; };

	/* The link names the other theme only when one was chosen; without a choice the device knows. */
	document.addEventListener('click', (event) => {
		const link = event.target.closest('a[data-act="theme"]');
		if (!link || root.dataset.theme) return;
		const url = new URL(link.href);
		url.searchParams.set('theme', matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark');
		link.href = url;
	});

	/* Nothing moves under the hand: changes wait while pointer or focus is in the list. */
	const live = $('#live');
	if (live) {
		const text = $('#live-text'), button = $('button', live);
		let waiting = 0, paused = false, heard = Date.now();
		const handIn = () => $('.board-sheet:hover, .picture:hover') || $('#board-live')?.contains(document.activeElement);
		const show = () => { waiting = 0; htmx.trigger('#board-live', 'refresh'); };
		const words = () => {
			const stale = Date.now() - heard > 45000;
			live.dataset.state = paused ? 'paused' : stale ? 'stale' : 'live';
			const now = $('#board-live')?.dataset.now || '';
			text.textContent = waiting ? text.dataset.waiting.replace('{0}', waiting)
				: paused ? text.dataset.paused : stale ? text.dataset.stale : text.dataset.updated.replace('{0}', now);
			button.textContent = waiting ? button.dataset.show : paused ? button.dataset.resume : button.dataset.pause;
		};
		const changed = () => {
			if (paused || handIn()) { waiting += 1; say(text.dataset.waiting.replace('{0}', waiting)); }
			else show();
			words();
		};
		document.body.addEventListener('htmx:sseBeforeMessage', (event) => {
			event.preventDefault();
			heard = Date.now();
			if (event.detail.type === 'change') changed();
		});
		document.body.addEventListener('htmx:afterSettle', () => {
			const running = $('#board-running'), fresh = $('#board-live');
			if (running && fresh) running.textContent = fresh.dataset.running;
			words();
		});
		const press = () => { if (waiting) show(); else paused = !paused; words(); };
		button.addEventListener('click', press);
		setInterval(() => {
			if (Date.now() - heard > 45000 && !paused && !handIn()) show();
			words();
		}, 15000);
		live.press = press;
	}

	const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName) || $('dialog[open]');
	const keysOn = () => $('#keys-on')?.checked ?? true;
	const press = (button) => { if (button) button.click(); return Boolean(button); };

	/* The select filters as soon as it is changed. */
	document.addEventListener('change', (event) => {
		if (event.target.id === 'unit') event.target.form.requestSubmit();
	});

	const move = (step) => {
		const rows = $$('#board .row');
		if (!rows.length) return;
		const from = rows.findIndex((row) => row.classList.contains('is-cursor'));
		const next = rows[Math.max(0, Math.min(rows.length - 1, from + step))];
		rows.forEach((row) => row.classList.toggle('is-cursor', row === next));
		$('.row-link', next).focus({ preventScroll: true });
		next.scrollIntoView({ block: 'nearest' });
	};
	const boardKeys = {
		j: () => move(1), k: () => move(-1), '/': () => $('#q').focus(), '?': () => $('#help').showModal(),
		t: () => press($('[name="group"][value="stage"][aria-pressed]')), l: () => press($('[name="group"][value="level"][aria-pressed]')),
		h: () => press($('[name="group"][value="holder"][aria-pressed]')), p: () => live.press(),
	};
	const caseKeys = { g: 'APPROVED', b: 'APPROVED_WITH_CONDITIONS', r: 'RETURNED', a: 'REJECTED' };
	document.addEventListener('keydown', (event) => {
		if (typing() || event.metaKey || event.ctrlKey || event.altKey || !keysOn()) return;
		const key = event.key.toLowerCase();
		if ($('#board-live') && boardKeys[key]) { event.preventDefault(); boardKeys[key](); }
		else if ($('#decide') && caseKeys[key]) {
			event.preventDefault();
			const button = $(`#decide button[value="${caseKeys[key]}"]`);
			if (button) button.focus();
		}
	});

	/* A verdict that needs words asks for them before it is sent. */
	const decide = $('#decide form');
	if (decide) decide.addEventListener('submit', (event) => {
		const words = $('textarea', decide), needs = event.submitter?.dataset.needs;
		words.required = Boolean(needs);
		if (needs && !words.value.trim()) { event.preventDefault(); words.reportValidity(); words.focus(); }
	});
})();
