"""What `make bench` runs: each number beside its rival, in the same run."""
