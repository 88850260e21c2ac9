// What has the focus, and what a person with a keyboard sees of it. Not a script of the page: the tests ask it of
// Chromium, which answers with scripts off too. It remembers on the page where the focus has been.
(() => {
  const describe = (element) => element.cloneNode().outerHTML.slice(0, 160).toWellFormed();
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  // A group of radio buttons is one stop: the chosen one, or else the first.
  const stopOf = ({ form, name }) => {
    const group = [...form.elements].filter((other) => other.type === 'radio' && other.name === name);
    return group.find((radio) => radio.checked) ?? group[0];
  };
  const isStop = (element) => element.checkVisibility() && element.type !== 'hidden'
    && (element.type !== 'radio' || element === stopOf(element));
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(isStop);

  const element = document.activeElement === document.body ? null : document.activeElement;
  const before = window.focusedBefore;
  window.focusedBefore = element;
  window.walk ??= { from: element, seen: new Set() };
  const { from, seen } = window.walk;
  const again = seen.has(element);
  if (element) seen.add(element);
  const missed = stops.filter((stop) => !seen.has(stop) && (!from || follows(from, stop))).map(describe);
  const summary = document.querySelector('.summary');
  const look = { missed, summarised: !summary || summary.contains(element) };
  if (!element) return look;

  const box = element.getClientRects()[0];
  const inView = !!box && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  // The middle of the part that can be seen: a text field may be larger than the window.
  const middle = (start, end, size) => (Math.max(start, 0) + Math.min(end, size)) / 2;
  const hit = inView && document.elementFromPoint(
    middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor);
  // Down the page as it reads, and not up it as it looks, within one column.
  const [here, there] = [element, before ?? element].map((stop) => stop.getBoundingClientRect());
  const above = here.bottom < there.top && here.left < there.right && there.left < here.right;
  return {
    ...look,
    html: describe(element),
    ringed: outlined || boxShadow !== 'none',
    inView,
    covered: inView && !(hit && (element.contains(hit) || hit.contains(element))),
    top: element === stops[0],
    backwards: !!before && element !== before && element !== stops[0] && (!follows(before, element) || above),
    again,
  };
})()
