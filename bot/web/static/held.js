// A key that is held presses nothing twice, however soon the next page is there: this is read before the page.
addEventListener("keydown", (event) => event.key === "Enter" && event.repeat && event.preventDefault(), true);
