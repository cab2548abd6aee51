"""The benchmarks: the ordinary reader run over files with gold, scored by the benchmark's own scorers."""
