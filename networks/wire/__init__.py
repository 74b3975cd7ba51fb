"""What the adapters share: the one door to the network, sign-in, Graph, and the counting of text."""
