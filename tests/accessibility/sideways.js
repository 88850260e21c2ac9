// What makes a page scroll sideways, and what scrolls or is cut off within it. What is one pixel wide is for screen
// readers alone; a field scrolls as one types, as it must.
(() => {
  const name = (element) => element.cloneNode().outerHTML.slice(0, 160).toWellFormed();
  const { scrollWidth } = document.scrollingElement;
  const all = [...document.body.querySelectorAll('*')].filter((element) => element.clientWidth !== 1);
  const edges = (element) => element.getBoundingClientRect();
  const wide = all.filter((element) => scrollWidth > innerWidth && edges(element).right > innerWidth + 0.5);
  const lost = all.filter((element) => edges(element).left < -0.5 && !element.matches('.skip'));
  const cut = all.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    && !element.matches('input, textarea, select') && getComputedStyle(element).overflowX !== 'visible');
  const page = scrollWidth > innerWidth ? [`the page is ${scrollWidth} pixels wide`] : [];
  return page.concat([...wide, ...lost, ...cut].map(name));
})()
