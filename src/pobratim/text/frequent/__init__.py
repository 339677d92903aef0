"""The words that news uses most, each with a number and with its readings, worked out beforehand."""
