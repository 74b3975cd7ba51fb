"""How this API describes itself: every view of an organisation takes X-Organisation, and every refusal has one shape."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

ORGANISATION = OpenApiParameter(
    "X-Organisation", str, OpenApiParameter.HEADER, description="Id or slug of the organisation; else the person's first."
)


class InOrganisationSchema(AutoSchema):
    def get_override_parameters(self) -> list[Any]:
        return [ORGANISATION]


REFUSAL: dict[str, Any] = {
    "description": "A refusal, with a code and a sentence.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "Every refusal. `message` and `fields` are worded in the reader's language; `problem` is the code of the message.",
    "properties": {
        "problem": {"type": "string"},
        "message": {"type": "string"},
        "params": {"type": "object", "additionalProperties": {}},
        "fields": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "required": ["problem", "message", "params", "fields"],
}


def describe_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Post-processing hook: every call may answer 4XX with a Problem."""
    for path, operations in result.get("paths", {}).items():
        for operation in operations.values():
            if path.startswith("/api/") and isinstance(operation, dict):
                operation.setdefault("responses", {}).setdefault("4XX", REFUSAL)
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    return result
