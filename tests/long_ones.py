"""Cases of tests that take seconds each: they run with the long ones.

Each has a shorter case beside it that runs every time: another kind, another reader, a
wide page, a page with its script, or a test of the same page without a browser.
"""

import re

LONG = tuple(
    re.compile(pattern)
    for pattern in (
        # Readers: the consent every time, the larger kinds in the long run.
        (
            r"test_(what_is_typed_in_a_blank|an_example|every_choice|a_box_that_is).*"
            r"comes_back.*-(plan|invitation)\]"
        ),
        r"test_head_and_feet_are_drawn.*\[(pdf\.js|Poppler)",
        r"test_the_wheel_has_a_tick_for_each_need\[(pdf\.js|Poppler)",
        r"test_every_value_and_tick_is_drawn.*\[(pdf\.js|Poppler)-plan\]",
        r"test_what_is_typed_in_any_reader_is_saved\[(pdf-lib|pdf\.js|pypdf)-plan\]",
        # Documents: one kind or one sort of text every time.
        r"test_each_choice_changes_the_filing_copy\[plan\]",
        r"test_each_field_is_told_when_it_stands_alone\[stamped_paper-",
        r"test_only_the_packaged_fonts_are_in_(a_form|it)\[unusual-",
        r"test_the_foot_of_every_page_says.*\[plan-",
        r"test_without_a_stamp_there_is_no_such_field.*\[plan\]",
        r"test_it_is_called_by_its_version\[plan\]",
        r"test_a_stamped_document_conforms_as_others_do\[plan-",
        r"test_the_writable_document_holds_every_value_as_it_is\[plan-unusual\]",
        r"test_the_filing_copy_shows_every_value\[plan-unusual\]",
        r"test_long_and_unusual_text_is_read\[longest\]",
        r"test_every_value_and_tick_is_drawn.*\[(pdf\.js|Poppler)-consent\]",
        r"test_the_wheel_has_a_tick_for_each_need\[PDFium",
        r"test_no_form_to_fill_in_is_marked_as_a_draft\[(plan|consent)\]",
        r"test_a_short_address_has_no_smaller_code",
        r"test_the_writable_document_offers_every_choice.*\[plan-(unusual|longest)\]",
        r"test_the_writable_document_holds_every_value.*\[invitation-longest\]",
        r"test_long_and_unusual_text_is_read\[unusual\]",
        r"test_every_file_of_a_package_is_called.*\[plan\]",
        r"test_every_value_and_tick_is_drawn.*\[MuPDF-plan\]",
        r"test_every_value_and_tick_is_drawn.*\[(pdf\.js|Poppler)-invitation\]",
        r"test_every_pdf_conforms_to_pdf_ua\[plan-empty-pdf-form\]",
        r"test_a_screen_reader_says_all.*\[plan-example-pdf-form\]",
        r"test_a_stamped_document_conforms_as_others_do\[invitation-",
        r"test_what_may_be_typed_is_whole_in_print\[(pdf\.js|pdf-lib)-plan\]",
        r"test_what_was_taken_back_comes_again\[(supplement|closing)\]",
        r"test_a_second_press_sends_the_same_again\[plan-(unusual|longest)\]",
        r"test_a_few_word_documents_with_broken.*\[(plan|invitation)\]",
        # The consent every time.
        (
            r"test_(every_page_says_so_still|the_stamp_is_still_there|every_engine_reads"
            r"|head_and_feet_are_drawn|what_is_typed_in_any_reader)\S*-(plan|invitation)\]"
        ),
        (
            r"test_(the_first_page_says_it_in_a_field|the_foot_of_every_page_says"
            r"|what_was_changed_since|templates_are_as_the_html|a_printed_page_shows"
            r"|forced_colours_fit|a_kind_is_accessible_without|without_a_stamp_there_is"
            r"|a_finding_in_a_section_seldom)\S*\[\S*(plan|invitation)\]"
        ),
        r"test_the_example_is_quick_and_the_same\[invitation\]",
        # Node starts for each of these: PDFium, MuPDF and pypdf every time.
        (
            r"test_(an_example_comes|every_choice_comes|a_box_that_is|what_is_typed_in_a)"
            r"\S*\[(pdf-lib|pdf\.js)-consent\]"
        ),
        r"test_an_address_that_is_quick_is_written_right",
        r"test_a_service_that_breaks_is_told.*\[(403|503)-",
        # Pages: told by tests of the page without a browser every time.
        (
            r"test_(all_that_stands_beside_a_plan|the_start_page_is_accessible"
            r"|who_does_what_grows|one_goes_on_with_what|an_invitation_opens"
            r"|a_warning_can_be_passed|a_closing_begins|a_whole_document_is_opened"
            r"|most_of_a_narrow_page)\S*\[no script"
        ),
        r"test_some_broken_files_lose_nothing_in_silence\[invitation-pdf-form-",
        r"test_every_page_of_a_version_is_accessible",
        r"test_any_text_comes_back_from_a_copy",
        r"test_a_version_that_was_replaced_says_so_all_the_time",
        r"test_who_edits_what_is_stamped_sees_what_it_becomes",
        r"test_what_is_typed_while_the_service_works_is_not_lost\[file",
        r"test_seven_areas_of_five_measures_each_can_be_closed_again",
        r"test_what_is_written_on_an_empty_page_is_what.*\[wide",
        # Hostile files: each has a process of its own, and some use all their time.
        r"test_a_hostile_file_is_refused_in_time\[",
        r"test_some_broken_files_lose_nothing_in_silence\[plan-",
        # Pages: wide and with a script every time.
        r"test_what_is_written_on_an_empty_page.*\[narrow without script-plan\]",
        r"test_(the_ways_on_are_accessible|two_versions_are_compared)\S*\[no script\]",
        (
            r"test_(a_version_that_was_replaced|a_document_is_stamped|a_double_click)"
            r"\S*\[no script\]"
        ),
        (
            r"test_(what_is_lacking_is_told|one_comes_back_to|a_warning_that_is)"
            r"\S*\[no script"
        ),
        (
            r"test_(every_finding_on_an_empty_page|rows_are_added|a_follow_up_begins)"
            r"\S*\[\S*narrow"
        ),
        r"test_the_longest_words_fit\[320-plan\]",
        r"test_a_kind_is_accessible_from_empty_to_created\[plan\]",
        r"test_what_is_lacking_is_told\S*\[script-plan\]",
        r"test_what_was_understood_stands_on_the_page",
        r"test_as_much_text_as_a_document_holds_is_taken",
        (
            r"test_(one_goes_back_from|the_printing_copy_opens|the_copy_to_file)"
            r"\S*\[.*no script"
        ),
        # Letters came, and the fast run has five minutes still: told without a browser.
        r"test_thirty_are_pasted_and_the_faulty_one.*\[narrow without script\]",
        r"test_without_a_clipboard_the_text_is_marked",
        r"test_a_file_is_read_beside_more_than_a_thousand_names",
        (
            r"test_(a_stamp_that_is_let_go_of|what_an_opened_version_is"
            r"|who_goes_back_in_the_browser_after|a_double_click_gives_one_file"
            r"|a_double_click_takes_one_row|a_contact_is_the_same_also"
            r"|a_plan_with_all_open_is_accessible|two_versions_are_compared"
            r"|the_printing_copy_opens|documents_of_an_older_text"
            r"|one_comes_back_to_a_reason|a_register_that_is_silent)"
        ),
        r"test_the_same_stamped_document_is_the_same_file",
        r"test_what_may_be_typed_is_whole_in_print\[(pdf-lib|pdf\.js)-",
        r"test_a_change_in_a_filled_form_is_saved.*\[pdf-lib",
        r"test_(without_protection_labels_would|threads_share_a_template)",
        r"test_(the_ways_on_are_accessible|names_never_collide|a_version_is_unsaved)",
        r"test_(a_double_click_makes|a_contact_is_offered_again|leaving_asks_only)",
        r"test_the_filing_copy_carries_the_data_as_it_is\[plan-unusual",
        r"test_the_writable_document_holds_every_value_as_it_is\[consent-longest",
        r"test_a_blank_has_the_fields_of_the_contract\[plan\]",
    )
)
"""What the names of such cases look like."""
