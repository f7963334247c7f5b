"""Makes the Word templates of all kinds from the HTML of their writable PDFs.

What stands where, how wide, and in what words is said in `formsvc/templates/pdf/`; here
is how that is told in WordprocessingML (ECMA-376, part 1, 17).
"""
