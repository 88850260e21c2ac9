// Runs axe on the page as it stands: a line for each element that breaks a rule, and for each that axe cannot judge.
(async () => {
  if (matchMedia('(forced-colors: active)').matches) {
    // Chromium paints text in `color` then, yet still tells the author's fill colour, and axe asks for that one.
    const told = CSSStyleDeclaration.prototype.getPropertyValue;
    CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
      return told.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
    };
  }
  const found = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations', 'incomplete'],
    preload: false,
  });
  const line = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`.toWellFormed());
  const lines = (rules) => rules.flatMap(line);
  return { rules: found.passes.length, broken: lines(found.violations), unsure: lines(found.incomplete) };
})()
