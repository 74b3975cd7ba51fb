// What Intl needs to write dates costs a phone a tenth of a second the first time. A worker, which is this same file, makes it ready for the
// whole browser while the app's own files are on their way: the thread that draws finds it done.
if (typeof document === "undefined")
  new Intl.DateTimeFormat(self.name, { hour: "2-digit", timeZone: "Europe/Brussels" });
else new Worker(document.currentScript.src, { name: document.documentElement.lang });
