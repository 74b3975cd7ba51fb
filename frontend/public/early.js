// While the app's own files are on their way: the browser makes ready what it writes dates and amounts with, which costs a phone a tenth
// of a second and would otherwise stand between the files and the first picture.
new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", timeZone: "Europe/Brussels" });
