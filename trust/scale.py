"""Times are a tenth of the product's defaults, so that hours of trouble fit in minutes. What cannot be scaled is said in trust.md."""

TEN = 10
CLAIM_LEASE_S = 15 / TEN
LEASE_S = 45 / TEN
SEND_DEADLINE_S = 5 / TEN
CALL_TIMEOUT_S = 20 / TEN
LOOKS_S = (5 / TEN, 30 / TEN, 180 / TEN)
GAP_S = 5.0  # of 15: a dispatcher's sign of life comes every 3 s, which is no setting
VISIBLE_AFTER_S = 3 / TEN  # the sandbox lists a new post so much later
SILENT_S = 30 / TEN  # how long its silences last: longer than a call may
ENVIRONMENT = {
    "CLAIM_LEASE_S": str(CLAIM_LEASE_S),
    "LEASE_S": str(LEASE_S),
    "SEND_DEADLINE_S": str(SEND_DEADLINE_S),
    "CALL_TIMEOUT_S": str(CALL_TIMEOUT_S),
    "LOOKS_S": ",".join(map(str, LOOKS_S)),
    "PREPARE_AHEAD_S": str(600 / TEN),
    "GAP_S": str(GAP_S),
}
SAID = (
    f"times are a tenth of the product's: lease {CLAIM_LEASE_S} and {LEASE_S} s, send deadline {SEND_DEADLINE_S} s, "
    f"call {CALL_TIMEOUT_S:g} s, looks after {', '.join(f'{s:g}' for s in LOOKS_S)} s, a new post is listed after {VISIBLE_AFTER_S} s"
)
