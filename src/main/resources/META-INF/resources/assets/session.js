// Somebody whose session has ended learns nothing more from an open page, and is told so. What fetched is refused with 401; a
// broken event stream does not say why, so the page is asked for.
(() => {
  const tell = () => {
    const over = document.getElementById("session-over");
    if (over) {
      over.hidden = false;
    }
  };
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) {
      tell();
    }
  });
  document.addEventListener("htmx:sseError", async () => {
    const over = document.getElementById("session-over");
    if (over && over.hidden) {
      const answer = await fetch(location.href, { method: "HEAD", headers: { "HX-Request": "true" } }).catch(() => null);
      if (answer && answer.status === 401) {
        tell();
      }
    }
  });
})();
