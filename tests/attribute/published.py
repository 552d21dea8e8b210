"""Published data that tests reckon with, each with where it stands."""

from math import inf

GOODMAN = (
    *(83, 135, 274, 380, 668, 895, 955, 964, 1113, 1174, 1210, 1344, 1387, 1414, 1610, 1668, 1689, 1756),
    *(1865, 1874, 1880, 1936, 2005, 2006, 2065, 2157, 2220, 2224, 2396, 2543, 2787),
)
"""31 serials of university property (Goodman, JASA 49 (1954) 97)."""

COAL = (
    *(4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2),
    *(3, 4, 2, 1, 3, 2, 1, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1),
    *(0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 2, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0),
    *(0, 0, 0, 0, 1, 0, 0, 1, 0, 0),
)
"""British coal mining disasters by year, 1851 to 1962, in the series of Carlin, Gelfand & Smith, Appl. Stat.
41 (1992) 389, as Albert prints it (learnbayes.wordpress.com, A Poisson change-point model): 188 in 112 years.
The corrected series of Jarrett has 191."""

COSMESIS = (
    *((45, inf), (6, 10), (0, 7), (46, inf), (46, inf), (7, 16), (17, inf), (7, 14), (37, 44), (0, 8)),
    *((4, 11), (15, inf), (11, 15), (22, inf), (46, inf), (46, inf), (25, 37), (46, inf), (26, 40)),
    *((46, inf), (27, 34), (36, 44), (46, inf), (36, 48), (37, inf), (40, inf), (17, 25), (46, inf)),
    *((11, 18), (38, inf), (5, 12), (37, inf), (0, 5), (18, inf), (24, inf), (36, inf), (5, 11), (19, 35)),
    *((17, 25), (24, inf), (32, inf), (33, inf), (19, 26), (37, inf), (34, inf), (36, inf)),
)
"""Months to cosmetic deterioration after radiotherapy alone, 46 patients (Finkelstein & Wolfe, Biometrics 41
(1985) 933)."""
