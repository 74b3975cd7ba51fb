"""What Carillon can do on this machine, measured: `make bench`. See docs/performance.md."""
