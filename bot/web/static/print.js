// Printing needs a script; without one the browser's own menu does it.
const print = document.getElementById("print");
print.hidden = false;
print.addEventListener("click", () => window.print());
