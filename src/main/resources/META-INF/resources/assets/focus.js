// A page that fetches itself anew may take away the very button somebody stands on: they go on from the content's beginning,
// not from the top of the document. What is still there gets its focus back from htmx, by its id.
(() => {
  let stood = false;
  document.addEventListener("htmx:beforeSwap", (event) => {
    stood = event.target.contains(document.activeElement);
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (stood && document.activeElement === document.body) {
      document.getElementById("main").focus({ preventScroll: true });
    }
    stood = false;
  });
})();
