"""From a worn marking to the part, its maker and the dates that it may have been made.

A marking is read in every way that a published convention allows; what follows from it is a reading, with
its reason and its source, and never a verdict. Makers do not agree on what four digits mean, a part may have
had several makers, and a brand outlives its owner: each of these stays plural until evidence decides.
"""
