"""Fill an empty Carillon with the demo's organisations, as if they had worked with it for a year: `fill.fill(now=…)`.

Everything is made by the services that people's clicks call, each act at the moment in the past when it happened (history.py).
"""
