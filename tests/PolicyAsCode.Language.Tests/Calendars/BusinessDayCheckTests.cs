using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Calendars;

/// <summary>PAC1023: business days without a calendar, and past its end.</summary>
public sealed class BusinessDayCheckTests
{
    [Theory]
    [InlineData("", "{|PAC1023:access|}: { clause: S-1, within: 30 business days }", "nothing says which days are holidays")]
    [InlineData(", holidays: none", "access: { clause: S-1, within: 30 business days }")]
    [InlineData(", holidays: ID", "access: { clause: S-1, within: 30 business days }")]
    [InlineData("", "access: { clause: S-1, within: 30 days }")]
    [InlineData(", holidays: ID", "{|PAC1023:access|}: { clause: S-1, within: 400 business days }", "up to 2027-12-31")]
    [InlineData(", holidays: none", "access: { clause: S-1, within: 400 business days }")]
    [InlineData(", holidays: {|PAC1003:DE|}", "access: { clause: S-1, within: 30 days }", "'ID', 'none'")]
    [InlineData("", "{|PAC1023:access|}: { clause: S-1, promised: 30 business days, within: 72 hours }", "Add 'holidays:'")]
    public void Business_days_need_a_calendar_that_knows_them(string holidays, string right, params string[] messages) =>
        Verify.Policy($"policy: shop\ncontroller: {{ name: Shop{holidays} }}\nrights:\n  {right}\n", messages);

    [Fact]
    public void So_do_those_for_which_data_is_kept() => Verify.Policy(
        """
        policy: shop
        controller: { name: Shop, holidays: ID }
        data:
          contact.email: { clause: S-1, for: security, {|PAC1023:keep|}: { for: 2000 business days, from: collected, then: erase } }
        purposes: { security: { clause: S-2, basis: contract } }
        """, "2000 business days from today run past the holidays of ID");

    // The 30th business day before the end of 2027: five working days a week, and Christmas on a Saturday.
    [Theory]
    [InlineData("2027-11-19", false)]
    [InlineData("2027-11-21", false)]
    [InlineData("2027-11-22", true)]
    [InlineData("2030-01-01", true)]
    [InlineData("2020-01-01", false)]    // before the calendar: nobody asks
    public void It_is_the_day_of_the_check_that_counts(string today, bool isBeyond)
    {
        Assert.True(CalendarDate.TryParse(today, out var day));
        var file = PolicyCompiler.Parse(Verify.PolicyPath,
            "policy: shop\ncontroller: { name: Shop, holidays: ID }\nrights:\n  erasure: { clause: S-1, within: 30 business days }\n");
        Assert.Equal(isBeyond, PolicyCompiler.Compile([file], null, day).Diagnostics.Any(one => one.Id == PolicyRules.BeyondCalendar));
        Assert.Empty(PolicyCompiler.Compile([file], null, null).Diagnostics);
    }
}
