"""What the network's names lack, mended by rules."""
