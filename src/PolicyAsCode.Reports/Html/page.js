'use strict';
(() => {
  // All that this does is to hide what is not looked for, and to light up a part of the map; without it the page is whole.
  const all = selector => [...document.querySelectorAll(selector)];
  all('[data-script]').forEach(part => { part.hidden = false; });

  const rows = all('main tbody tr, main .found-row').map(row => ({ row, text: row.textContent.toLowerCase(), state: row.dataset.state }));
  const sections = all('main .part');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const states = new Map();

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const one of rows) {
      const section = one.row.closest('.part');
      const wanted = states.get(section && section.id) || 'all';
      const isHit = words.every(word => one.text.includes(word)) && (wanted === 'all' || !one.state || one.state === wanted);
      one.row.hidden = !isHit;
      if (isHit) hits++;
    }
    for (const section of sections) {
      const own = section.querySelectorAll('tbody tr, .found-row');
      section.hidden = words.length > 0 && ![...own].some(row => !row.hidden);
    }
    found.textContent = words.length === 0 ? '' : hits === 0 ? found.dataset.none : found.dataset.many.replace('#', hits);
  };

  search.addEventListener('input', show);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && document.activeElement === search) {
      search.value = '';
      show();
    }
  });

  for (const group of all('[data-filter]'))
    group.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      states.set(group.dataset.filter, button.dataset.state);
      for (const one of group.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === button));
      show();
    });

  // A link into what the search has hidden shows everything again.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.closest('[hidden]')) {
      search.value = '';
      states.clear();
      for (const one of all('[data-filter] button')) one.setAttribute('aria-pressed', String(one.dataset.state === 'all'));
      show();
    }
  });

  for (const map of all('.flows')) {
    const light = event => {
      const place = event.target.closest('.place');
      map.classList.toggle('dimmed', Boolean(place));
      if (!place) return;
      const on = new Set([place.dataset.place]);
      for (const path of map.querySelectorAll('path')) {
        const isOn = path.dataset.from === place.dataset.place || path.dataset.to === place.dataset.place;
        path.classList.toggle('on', isOn);
        if (isOn) on.add(path.dataset.from).add(path.dataset.to);
      }
      for (const one of map.querySelectorAll('.place')) one.classList.toggle('on', on.has(one.dataset.place));
    };
    map.addEventListener('mouseover', light);
    map.addEventListener('focusin', light);
    map.addEventListener('mouseleave', () => map.classList.remove('dimmed'));
    map.addEventListener('focusout', () => map.classList.remove('dimmed'));
  }
})();
