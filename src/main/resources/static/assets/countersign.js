/* Shortcuts and calm live updates. Every page works without this file. */
(() => {
	const $ = (selector, root = document) => root.querySelector(selector);
	const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
	const root = document.documentElement;
	const STALE = 45000, POLL = 30000, SPEAK = 10000, AGE = 60000;

	/* At most one spoken announcement in ten seconds. */
	let spoken = 0;
	const say = (text) => {
		const line = $('#announce');
		if (line && Date.now() - spoken > SPEAK) { spoken = Date.now(); line.textContent = text; }
	};
	const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
	const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private mode */ } };

	/* The link names the other theme only when one was chosen; without a choice the device knows. */
	document.addEventListener('click', (event) => {
		const link = event.target.closest('a[data-act="theme"]');
		if (link && !root.dataset.theme) {
			const url = new URL(link.href);
			url.searchParams.set('theme', matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark');
			link.href = url;
		}
		if (event.target.closest('[data-act="print"]')) print();
		const phrase = event.target.closest('[data-quick]');
		if (phrase) {
			const words = $('#words');
			words.value = [words.value.trim(), phrase.dataset.quick].filter(Boolean).join(' ');
			words.focus();
		}
	});

	/* Calls back on each change the server tells of, and says when it was last heard. A page nobody sees listens to
	   nothing: a browser keeps few lines to one host. What came meanwhile is asked for afterwards. */
	const follow = (address, changed, again) => {
		const line = { heard: Date.now() };
		let source, lost = false;
		const heard = () => { line.heard = Date.now(); };
		const listen = () => {
			source = new EventSource(address);
			source.addEventListener('error', () => { lost = true; });
			source.addEventListener('open', () => { if (lost) { lost = false; again(); } });
			source.addEventListener('ping', heard);
			source.addEventListener('change', () => { heard(); changed(); });
		};
		document.addEventListener('visibilitychange', () => {
			source.close();
			if (!document.hidden) { lost = true; heard(); listen(); }
		});
		addEventListener('pagehide', () => source.close());
		listen();
		return line;
	};

	/* Nothing moves under the hand: changes wait while pointer or focus is in the list. */
	const live = $('#live');
	if (live) {
		const text = $('#live-text'), button = $('button', live), wall = document.body.classList.contains('wall');
		let waiting = 0, paused = kept('paused') === 'yes', asked = Date.now(), ended = false, away = false, slow;
		const handIn = () => !wall && ($('.board-sheet:hover, .picture:hover') || $('.sel:checked') || $('#board-live')?.contains(document.activeElement));
		const show = () => { waiting = 0; asked = Date.now(); htmx.trigger('#board-live', 'refresh'); };
		const isStale = () => Date.now() - line.heard > STALE;
		const words = () => {
			live.dataset.state = ended ? 'stale' : paused ? 'paused' : isStale() ? 'stale' : 'live';
			const now = $('#board-live')?.dataset.now || '';
			text.textContent = away ? text.dataset.away.replace('{0}', now) : ended ? text.dataset.ended : waiting ? text.dataset.waiting.replace('{0}', waiting)
				: paused ? text.dataset.paused : isStale() ? text.dataset.stale.replace('{0}', now) : text.dataset.updated.replace('{0}', now);
			button.textContent = ended ? button.dataset.again : waiting ? button.dataset.show : paused ? button.dataset.resume : isStale() ? button.dataset.retry : button.dataset.pause;
		};
		const line = follow(live.dataset.live, () => {
			if (paused || handIn()) { waiting += 1; say(text.dataset.waiting.replace('{0}', waiting)); }
			else show();
			words();
		}, () => { if (paused || handIn()) asked = 0; else show(); });
		document.body.addEventListener('htmx:afterSettle', () => {
			const running = $('#board-running'), fresh = $('#board-live');
			if (running && fresh) running.textContent = fresh.dataset.running;
			words();
		});
		live.press = () => { if (ended) location.reload(); else if (waiting || isStale() && !paused) show(); else { paused = !paused; keep('paused', paused ? 'yes' : 'no'); } words(); };
		button.addEventListener('click', live.press);
		/* Where the session has ended people are told. A wall screen goes to the sign-in, which knows the screen or asks,
		   once there is one: nobody brings it back from a page that does not come. */
		const askSession = async () => {
			try {
				const answer = await fetch(location.href, { redirect: 'manual' });
				if (answer.type !== 'opaqueredirect') return;
				ended = true;
				away = wall && !(await fetch('/sign-in/reach')).ok;
				if (wall && !away) location.reload();
			} catch { return; /* we are away ourselves */ }
			words();
			say(text.textContent);
		};
		document.body.addEventListener('htmx:sendError', askSession);
		/* What takes longer says so. */
		document.body.addEventListener('htmx:beforeRequest', () => { slow = setTimeout(() => { text.textContent = text.dataset.loading; }, 800); });
		document.body.addEventListener('htmx:afterRequest', () => { clearTimeout(slow); words(); });
		setInterval(() => {
			/* Deadlines come nearer also while nothing happens. */
			if (Date.now() - asked > (isStale() ? POLL : AGE) && !paused && !handIn() && !document.hidden) show();
			words();
		}, 15000);
		words();
	}

	/* What is being written outlives a session that ends: it is forgotten once it was sent and a page came of it.
	   Nobody else finds it, and a private note stays in its tab. */
	const DRAFT = 'draft ', SENT = 'sent ';
	const shelf = (name) => { try { return window[name]; } catch { return null; } };
	const shelves = [shelf('localStorage'), shelf('sessionStorage')].filter(Boolean);
	const each = (start, change) => shelves.forEach((one) => Object.keys(one).filter((key) => key.startsWith(start)).forEach((key) => change(one, key)));
	const forget = (one, key) => one.removeItem(key);
	const rename = (from, to) => (one, key) => { one.setItem(to + key.slice(from.length), one.getItem(key)); one.removeItem(key); };
	const failed = $('[data-problem]')?.dataset.problem;
	if (failed) each(SENT, rename(SENT, DRAFT)); else each(SENT, forget);
	const PLACE = 'place';
	if ($('[data-left]')) { each(DRAFT, forget); each(PLACE, forget); }
	const person = $('meta[name="person"]')?.content;
	const WRITTEN = 'form[method="post"] textarea, form[method="post"] input.input';
	const address = (field) => field.form.getAttribute('action');
	const isPrivate = (field) => address(field).endsWith('/note');
	const on = (field) => shelf(isPrivate(field) ? 'sessionStorage' : 'localStorage');
	const draft = (field) => `${DRAFT}${person} ${address(field)} ${field.form.dataset.draft || ''} ${field.name}`;
	const refill = () => $$(WRITTEN).forEach((field) => {
		const before = person && on(field)?.getItem(draft(field));
		if (!before || field.value && !isPrivate(field)) return;
		field.value = before;
		const fold = field.closest('details');
		if (fold) fold.open = true;
	});
	document.addEventListener('input', (event) => {
		const field = event.target;
		if (!person || !field.matches(WRITTEN)) return;
		try { if (field.value) on(field)?.setItem(draft(field), field.value); else on(field)?.removeItem(draft(field)); } catch { /* the shelf is full */ }
	});
	/* What was refused leads back to where it was written; a page that says what is wrong is at no address of its own. */
	document.addEventListener('submit', (event) => {
		if (!person || event.target.method !== 'post') return;
		$$('textarea, input.input', event.target).filter((field) => field.value).forEach((field) => {
			try { on(field)?.setItem(SENT + draft(field).slice(DRAFT.length), field.value); on(field)?.removeItem(draft(field)); } catch { /* the shelf is full */ }
		});
		if (!(performance.getEntriesByType('navigation')[0]?.responseStatus >= 400)) shelf('sessionStorage')?.setItem(PLACE, location.pathname + location.search);
	});
	const place = shelf('sessionStorage')?.getItem(PLACE);
	if (failed === 'session' && place) $('[data-back]').href = place;
	document.body.addEventListener('htmx:afterSettle', refill);
	refill();

	/* Groups fold; what is folded stays so in this tab. */
	const foldKey = 'folded';
	const shut = () => { try { return new Set(JSON.parse(shelf('sessionStorage')?.getItem(foldKey) || '[]')); } catch { return new Set(); } };
	const foldGroup = (group, folded) => { group.classList.toggle('folded', folded); $('.fold', group).setAttribute('aria-expanded', String(!folded)); };
	const foldAgain = () => { const closed = shut(); $$('.group[data-fold]').forEach((group) => foldGroup(group, closed.has(group.dataset.fold))); };
	document.addEventListener('click', (event) => {
		const group = event.target.closest('.fold')?.closest('.group');
		if (!group) return;
		const closed = shut(), folded = !group.classList.contains('folded');
		if (folded) closed.add(group.dataset.fold); else closed.delete(group.dataset.fold);
		try { shelf('sessionStorage')?.setItem(foldKey, JSON.stringify([...closed])); } catch { /* the shelf is full */ }
		foldGroup(group, folded);
	});
	document.body.addEventListener('htmx:afterSettle', foldAgain);
	foldAgain();

	/* The menu of a row and the order open over the board; without script each is a page. */
	document.body.addEventListener('htmx:afterSwap', (event) => {
		if (event.detail.target.id === 'sheet-body' && !$('#sheet').open) $('#sheet').showModal();
	});

	/* How many are picked. */
	const picked = () => { const count = $('#bulk-n'); if (count) count.textContent = $$('.sel:checked').length; };
	document.addEventListener('change', (event) => { if (event.target.matches('.sel')) picked(); });
	document.addEventListener('click', (event) => {
		if (event.target.closest('[data-act="unpick"]')) { $$('.sel:checked').forEach((box) => { box.checked = false; }); picked(); }
	});

	/* What is being written is shown as the thread will read it. */
	let asking;
	document.addEventListener('input', (event) => {
		const form = event.target.closest('form');
		const address = form && $('[data-preview]', form)?.dataset.preview;
		if (!address) return;
		clearTimeout(asking);
		asking = setTimeout(async () => {
			try {
				const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
				const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.mailbit');
				if (fresh) $('#preview .mailbit')?.replaceWith(document.importNode(fresh, true));
			} catch { /* the last one stays */ }
		}, 500);
	});

	/* What could not be fetched is said, and asked for again by hand. */
	document.body.addEventListener('htmx:responseError', () => {
		const text = $('#live-text');
		if (text) { $('#live').dataset.state = 'stale'; setTimeout(() => { text.textContent = text.dataset.failed; say(text.textContent); }); }
	});

	/* A case says that it has changed; what is being read stays where it is. */
	const watched = $('#case-live');
	if (watched) follow(watched.dataset.live, () => { $('#news').hidden = false; say($('#news').textContent.trim()); }, () => {});

	/* The select filters as soon as it is changed; so does the switch of the density. */
	document.addEventListener('change', (event) => {
		if (event.target.matches('#unit, #dense')) event.target.form.requestSubmit();
		if (event.target.id === 'o-day') $('[name="due"][value="other"]', event.target.form).checked = true;
		if (event.target.id === 'keys-on') keep('keys', event.target.checked ? 'on' : 'off');
	});

	const box = $('#keys-on');
	if (box) box.checked = kept('keys') !== 'off';
	const keysOn = () => kept('keys') !== 'off';
	const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName) || $('dialog[open]');
	const press = (target) => { if (target) target.click(); };
	const group = (name) => press($(`#board-live [name="group"][value="${name}"][aria-pressed]`));

	/* A board that is fetched anew goes on where the hand was. */
	let cursor;
	document.body.addEventListener('htmx:afterSettle', () => {
		const row = cursor && document.activeElement === document.body && document.getElementById(cursor);
		if (row) { row.classList.add('is-cursor'); $('.row-link', row).focus({ preventScroll: true }); }
	});
	const move = (step) => {
		const rows = $$('#board .group:not(.folded) .row');
		if (!rows.length) return;
		const from = rows.findIndex((row) => row.classList.contains('is-cursor'));
		const next = rows[Math.max(0, Math.min(rows.length - 1, from + step))];
		rows.forEach((row) => row.classList.toggle('is-cursor', row === next));
		cursor = next.id;
		$('.row-link', next).focus({ preventScroll: true });
		next.scrollIntoView({ block: 'nearest' });
	};
	const boardKeys = {
		j: () => move(1), k: () => move(-1), '/': () => $('#q').focus(), '?': () => $('#help').showModal(),
		t: () => group('stage'), l: () => group('level'), h: () => group('holder'), p: () => live.press(),
		x: () => press($('#board .is-cursor .sel')), n: () => press($('.order-btn')),
	};
	document.addEventListener('keydown', (event) => {
		if (typing() || event.metaKey || event.ctrlKey || event.altKey || !keysOn()) return;
		const key = event.key.toLowerCase();
		if ($('#board-live')) {
			if (boardKeys[key]) { event.preventDefault(); boardKeys[key](); }
			return;
		}
		/* A key never sends: it goes to the button, or opens what has to be written. */
		const target = $(`[data-key="${CSS.escape(key)}"]`);
		if (target) { event.preventDefault(); if (target.href) target.click(); else target.focus(); }
	});

	/* Tiles are one stop; arrows go between them. */
	const oneStop = () => $$('.tile').forEach((tile, at) => { tile.tabIndex = at ? -1 : 0; });
	document.body.addEventListener('htmx:afterSettle', oneStop);
	oneStop();
	document.addEventListener('keydown', (event) => {
		const tile = event.target.closest?.('.tile');
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		if (!tile || !step) return;
		const tiles = $$('.tile');
		const next = tiles[tiles.indexOf(tile) + step];
		if (next) { event.preventDefault(); tile.tabIndex = -1; next.tabIndex = 0; next.focus(); }
	});
})();
