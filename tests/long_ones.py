"""Cases of tests that take seconds each: they run with the long ones.

Each has a shorter case beside it that runs every time.
"""

LONG = (
    "test_each_choice_changes_the_filing_copy[plan]",
    "test_each_field_is_told_when_it_stands_alone[stamped_paper-",
    "test_head_and_feet_are_drawn_and_nothing_else_is_otherwise[pdf.js-plan]",
    "test_a_hostile_file_is_refused_in_time[object_stream_bomb]",
    "test_a_hostile_file_is_refused_in_time[slow_pattern]",
    "test_only_the_packaged_fonts_are_in_a_form[unusual-",
    "test_only_the_packaged_fonts_are_in_it[unusual-",
    "test_the_foot_of_every_page_says_of_what_it_is_a_working_copy[plan-changed]",
    "test_the_foot_of_every_page_says_of_what_it_is_a_working_copy[plan-foreign]",
    "test_the_ways_on_are_accessible[no script]",
    "test_two_versions_are_compared_accessibly[no script]",
    (
        "test_what_is_written_on_an_empty_page_is_what_the_documents_hold"
        "[narrow without script-plan]"
    ),
)
"""How the names of such cases begin."""
