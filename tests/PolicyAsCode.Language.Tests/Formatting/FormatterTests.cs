using PolicyAsCode.Language.Formatting;

namespace PolicyAsCode.Language.Tests.Formatting;

/// <summary>The style of the house, one habit a test.</summary>
public sealed class FormatterTests
{
    [Fact]
    public void Keys_and_sections_stand_in_the_order_in_which_readers_expect_them() => Formats(
        """
        purposes:
          promotion: { opt-out: every-message, basis: consent, clause: A-1 }
        # who it is for
        controller: { time-zone: UTC, name: Shop }
        version: 2
        policy: shop
        """,
        """
        policy: shop
        version: 2
        # who it is for
        controller: { name: Shop, time-zone: UTC }

        purposes:
          promotion: { clause: A-1, basis: consent, opt-out: every-message }
        """);

    [Fact]
    public void Terms_and_names_stay_in_the_order_of_their_writer() => Stays(
        """
        policy: shop

        purposes:
          transactions: { clause: A-2, basis: contract }
          analysis: { clause: A-1, basis: contract }
        """);

    [Fact]
    public void Levels_are_two_blanks_and_lists_are_indented_below_their_key() => Formats(
        """
        policy: shop
        never:
        - action:   sell
          clause: A-1
        -     { clause:  A-2,action: rent  }
        rights:
            access:
                clause:
                - A-3
                -   A-4
        """,
        """
        policy: shop

        never:
          - clause: A-1
            action: sell
          - { clause: A-2, action: rent }

        rights:
          access:
            clause:
              - A-3
              - A-4
        """);

    [Fact]
    public void What_is_too_long_for_a_line_goes_on_below()
    {
        var long1 = string.Join(", ", Enumerable.Range(1, 16).Select(number => $"JOVA-{number}.1"));
        Formats(
            $$"""
            policy: shop

            rights:
              access: { clause: [{{long1}}], within: 30 days }
            """,
            """
            policy: shop

            rights:
              access:
                clause: [JOVA-1.1, JOVA-2.1, JOVA-3.1, JOVA-4.1, JOVA-5.1, JOVA-6.1, JOVA-7.1, JOVA-8.1, JOVA-9.1, JOVA-10.1,
                  JOVA-11.1, JOVA-12.1, JOVA-13.1, JOVA-14.1, JOVA-15.1, JOVA-16.1]
                within: 30 days
            """);
    }

    [Fact]
    public void What_was_broken_by_hand_and_fits_a_line_is_joined() => Formats(
        """
        policy: shop

        rights:
          access: { clause: [A-1,
                       A-2],
                    within: 3 days }
        """,
        """
        policy: shop

        rights:
          access: { clause: [A-1, A-2], within: 3 days }
        """);

    [Fact]
    public void Comments_stay_with_what_they_are_about() => Formats(
        """
        # yaml-language-server: $schema=.schema/policy.schema.json
        # The policy.

        version: 1   # the first
        policy: shop # its name

        never:   # ever
            # cards stay with the payment provider
          - { origin: decision, action: store, data: payment.card-number }    # PCI
          - # nobody wants it
            clause: A-1
            # not even once
            action: sell
            # more to come

          # and that was it

        # the law asks for these
        rights: { access: { clause: A-2 # by letter
           # or by mail
           , within: 3 days } } # all
        # the end
        """,
        """
        # yaml-language-server: $schema=.schema/policy.schema.json
        # The policy.

        policy: shop  # its name
        version: 1   # the first

        never:   # ever
          # cards stay with the payment provider
          - { origin: decision, action: store, data: payment.card-number }    # PCI
          # nobody wants it
          - clause: A-1
            # not even once
            action: sell
            # more to come

          # and that was it

        # the law asks for these
        rights:  # all
          access:
            clause: A-2  # by letter
            # or by mail
            within: 3 days
        # the end
        """);

    [Fact]
    public void Words_keep_their_quotes_and_get_double_ones() => Formats(
        """
        policy: shop
        controller: { name: 'Toko: "Ibu"', email: 'a@shop.example', phone: "0821" }
        """,
        """
        policy: shop
        controller: { name: 'Toko: "Ibu"', email: "a@shop.example", phone: "0821" }
        """);

    [Fact]
    public void Long_texts_keep_their_lines() => Formats(
        """
        policy: shop

        measures:
          - measure: >-   # in two sentences
                Each provider signs an agreement.

                It is kept by Legal.
            owner: The people
                  of Legal
            clause: A-1
            review-by: 2027-01-01
        """,
        """
        policy: shop

        measures:
          - clause: A-1
            measure: >-   # in two sentences
              Each provider signs an agreement.

              It is kept by Legal.
            owner: The people
              of Legal
            review-by: 2027-01-01
        """);

    [Fact]
    public void Line_ends_and_a_byte_order_mark_stay_as_they_are() =>
        Assert.Equal("\uFEFFpolicy: shop\r\nversion: 1\r\n", Format("\uFEFFversion:  1\r\npolicy: shop").Text);

    [Fact]
    public void A_statement_with_a_misspelt_key_is_not_put_in_order() => Stays(
        """
        policy: shop

        rights:
          access: { within: 3 days, claus: A-1 }
        """);

    [Theory]
    [InlineData("policy: shop\n\trights: x\n")]
    [InlineData("policy: [shop\n")]
    [InlineData("policy: shop\n---\npolicy: other\n")]
    [InlineData("policy: &a shop\n")]
    public void A_file_that_cannot_be_read_whole_is_left_alone(string text)
    {
        var formatted = Format(text);
        Assert.True(formatted.IsLeftAlone);
        Assert.Equal(text, formatted.Text);
    }

    [Fact]
    public void Nothing_is_made_of_nothing() => Assert.Equal(new("# later\n", IsLeftAlone: false), Format("# later\n"));

    private static void Stays(string text) => Formats(text, text);

    private static void Formats(string text, string expected)
    {
        var formatted = Format(text);
        Assert.False(formatted.IsLeftAlone);
        Assert.Equal(expected + "\n", formatted.Text);
        Assert.Equal(formatted, Format(formatted.Text));
    }

    private static FormattedFile Format(string text) => PolicyFormatter.Format("policies/shop.policy.yaml", text);
}
