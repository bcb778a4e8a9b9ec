"""What crosses rooms, one file each: generators and functions that take the ports of several rooms."""
