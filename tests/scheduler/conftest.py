from tests.stories.conftest import sandbox, wall, world

__all__ = ["sandbox", "wall", "world"]
