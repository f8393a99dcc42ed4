// Puts what the server has drawn anew into its place. Without it the page shows how things stand when it is loaded.
const changes = new EventSource('/changes');
const live = document.getElementById('live');

function put(id, html) {
  const place = document.getElementById(id);
  const focused = place.contains(document.activeElement) && document.activeElement.closest('[id]')?.id;
  const open = new Map([...place.querySelectorAll('details')].map((each) => [each.id, each.open]));
  place.innerHTML = html;
  place.querySelectorAll('details').forEach((each) => { each.open = open.get(each.id) ?? each.open; });
  place.querySelectorAll('.graph').forEach(center);
  if (focused && focused !== id) {
    const again = document.getElementById(focused);
    (again?.querySelector('summary') ?? again)?.focus({ preventScroll: true });
  }
}

// The graph scrolls, and never the page.
function center(graph) {
  const state = graph.querySelector('.now, .good, .bad')?.getBoundingClientRect();
  if (!state) return;
  const frame = graph.getBoundingClientRect();
  graph.scrollTop += state.top - frame.top - graph.clientHeight / 2;
  graph.scrollLeft += state.left - frame.left - (graph.clientWidth - state.width) / 2;
}

changes.onmessage = (event) => {
  live.textContent = 'Live: this page follows by itself.';
  for (const [id, html] of Object.entries(JSON.parse(event.data))) put(id, html);
};
changes.onerror = () => { live.textContent = 'The lab does not answer any more; this is how it stood last.'; };
document.addEventListener('toggle', (event) => event.target.querySelectorAll('.graph').forEach(center), true);
