// Runs before the first paint, so that the chosen colours never flash. "auto" follows the machine.
(function () {
  var theme = null;
  try { theme = localStorage.getItem("colloquy.theme"); } catch (refused) { /* storage is off: follow the machine */ }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
