"""A Graph version in a path, `{version:version}`: v25.0. Registered with Starlette when this module is imported."""

from starlette.convertors import Convertor, register_url_convertor

SEGMENT = "{version:version}"


class VersionConvertor(Convertor[str]):
    """Two parts with a v in front."""

    regex = r"v[0-9]{1,2}\.[0-9]"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("version", VersionConvertor())
