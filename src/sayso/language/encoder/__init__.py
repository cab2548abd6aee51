"""The encoder: a small neural network over words, their parse and their quotation marks. Runs on onnxruntime and numpy alone.

``wordpieces`` cuts words, ``window`` turns a stretch of parsed text into arrays, ``network`` runs the shipped weights on them. What the
answers mean is the reader's affair; how the weights are made is told in ``bench/train``.
"""
