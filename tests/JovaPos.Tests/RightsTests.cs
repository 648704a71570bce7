using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>The rights that are generated from the shop's policy, over the real holidays of Indonesia [JOVA-3.4, JOVA-4.5].</summary>
public sealed class RightsTests
{
    private static readonly TimeSpan s_jakarta = TimeSpan.FromHours(7);

    [Fact]
    public void Every_right_that_a_program_serves_is_there_with_its_clause_and_its_line()
    {
        var rights = ShopContextRights.All;
        Assert.Equal(Enum.GetValues<PrivacyRight>(), rights.Rights.Select(right => right.Right).Order());
        var erasure = rights[PrivacyRight.Erasure];
        Assert.Contains("JOVA-3.4", erasure.Clauses);
        Assert.StartsWith("policies/jova-pos.policy.yaml:", erasure.Policy, StringComparison.Ordinal);
        Assert.True(erasure is { VerifyIdentity: true, Confirm: true, OfferExport: true, StartsAtConfirmation: true });
        Assert.Equal("government.id-document", erasure.Evidence);
        Assert.Equal(["email", "sms"], erasure.Notify);
        Assert.Equal(new(new AnswerTime(30, AnswerTimeUnit.BusinessDays), IsExplained: true), erasure.Extension);
        Assert.True(rights[PrivacyRight.Restriction].IsEvaluated);
    }

    [Theory]
    [InlineData("2026-03-04", "2026-04-17")] // Nyepi on 19 March, Good Friday on 3 April; Idulfitri falls on a weekend
    [InlineData("2026-11-22", "2027-01-06")] // Christmas, New Year, Isra Mikraj on 5 January; joint leave on 24 December is a business day
    [InlineData("2026-05-13", "2026-06-30")] // 14 and 27 May, 1 and 16 June; 31 May is a Sunday
    public void An_erasure_is_done_30_business_days_after_its_confirmation(string confirmed, string lastDay)
    {
        var rights = ShopContextRights.All;
        var moment = new DateTimeOffset(DateOnly.Parse(confirmed).ToDateTime(new(16, 45)), s_jakarta);
        var deadline = rights.Calendar.After(moment, rights[PrivacyRight.Erasure].Within!.Value);
        Assert.Equal(DateOnly.Parse(lastDay), deadline.LastDay);
        Assert.Equal(new(DateOnly.Parse(lastDay).AddDays(1).ToDateTime(TimeOnly.MinValue), s_jakarta), deadline.LateFrom);
    }

    [Theory]
    [InlineData(PrivacyRight.Access)]
    [InlineData(PrivacyRight.Rectification)]
    [InlineData(PrivacyRight.Restriction)]
    public void The_law_s_three_times_24_hours_hold_and_the_notice_s_30_business_days_stand_beside_them(PrivacyRight right)
    {
        var stated = ShopContextRights.All[right];
        var received = new DateTimeOffset(2026, 3, 6, 15, 0, 0, s_jakarta);
        Assert.Equal(received.AddDays(3), ShopContextRights.Calendar.After(received, stated.Within!.Value).LateFrom);
        Assert.Equal(new AnswerTime(30, AnswerTimeUnit.BusinessDays), stated.Promised);
        Assert.Null(stated.Extension);
    }

    [Fact]
    public void Past_the_years_whose_decrees_are_known_there_is_no_date() =>
        Assert.Throws<BeyondCalendarException>(() => ShopContextRights.Calendar.Add(ShopContextRights.Calendar.Last, 1));
}
