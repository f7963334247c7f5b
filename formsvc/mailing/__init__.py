"""What leaves the house, one piece for each recipient, bound to one file to print.

letters   an invitation → its letters, and a text for each who is reached in Link
copies    a plan → its paper copies, with cover letters
batch     what both give
"""
