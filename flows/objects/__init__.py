"""Folders in an object store that speaks S3: `s3://bucket/prefix` for `--raw` and `--out`.

A run works on the local disk, as always; this package brings there what it needs, and takes the release back. What a rename
does on a disk, a conditional write does here: the pointer, one small object, is written last, and only over the pointer
that was seen when the run began.
"""

SCHEME = "s3://"


def is_far(place: str) -> bool:
    """Whether a folder is given as the url of an object store."""
    return place.startswith(SCHEME)
