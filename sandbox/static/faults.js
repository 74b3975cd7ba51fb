// Order and cancel faults through the control API.
const said = document.querySelector(".said"), form = document.querySelector("form.order"), operations = JSON.parse(form.dataset.operations);
async function send(method, path, body) {
  const answer = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) { said.textContent = told.error; return; }
  location.reload();
}
function fill() {
  const chosen = form.operation.value;
  form.operation.replaceChildren(...operations[form.network.value].map((name) => new Option(name, name, false, name === chosen)));
}
form.network.addEventListener("change", fill);
fill();
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send("POST", "/control/faults", { network: form.network.value, operation: form.operation.value, kind: form.kind.value, times: Number(form.times.value),
    seconds: form.seconds.value === "" ? null : Number(form.seconds.value) });
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.order) send("POST", "/control/faults", JSON.parse(button.dataset.order));
  if (button?.dataset.cancel !== undefined) send("DELETE", "/control/faults" + (button.dataset.cancel && "?id=" + button.dataset.cancel));
});
