/* The quick answers fill the field; they never send. */
document.addEventListener('click', (event) => {
	const chip = event.target.closest('[data-say]');
	if (!chip) return;
	const field = document.querySelector('#reply');
	field.value = chip.dataset.say;
	field.focus();
});
