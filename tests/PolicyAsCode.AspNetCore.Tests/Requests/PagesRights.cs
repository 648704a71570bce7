using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>Rights as a shop in Jakarta may state them, over the holidays of 2026.</summary>
internal static class PagesRights
{
    private static readonly DayOfWeek[] s_week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static PolicyRights Rights { get; } = new(
        "shop", "Toko Melati",
        BusinessCalendar.In(
            "Asia/Jakarta", s_week, 2026, 2026,
            "2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22", "2026-04-03", "2026-04-05",
            "2026-05-01", "2026-05-14", "2026-05-27", "2026-05-31", "2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25",
            "2026-12-25"),
        [
            new(PrivacyRight.Access, new(72, AnswerTimeUnit.Hours), ["S-2"], "shop.policy.yaml:2"),
            new(PrivacyRight.Portability, new(14, AnswerTimeUnit.Days), ["S-2"], "shop.policy.yaml:3"),
            new(PrivacyRight.Rectification, new(72, AnswerTimeUnit.Hours), ["S-3"], "shop.policy.yaml:4"),
            new(PrivacyRight.Erasure, new(30, AnswerTimeUnit.BusinessDays), ["S-4"], "shop.policy.yaml:5")
            {
                StartsAtConfirmation = true, OfferExport = true, Confirm = true, Notify = ["email"], IsEvaluated = true,
                Extension = new(new(10, AnswerTimeUnit.BusinessDays), IsExplained: true),
            },
            new(PrivacyRight.Restriction, new(72, AnswerTimeUnit.Hours), ["S-5"], "shop.policy.yaml:6"),
            new(PrivacyRight.Objection, new(72, AnswerTimeUnit.Hours), ["S-6"], "shop.policy.yaml:7"),
            new(PrivacyRight.ConsentWithdrawal, new(72, AnswerTimeUnit.Hours), ["S-7"], "shop.policy.yaml:8"),
        ]);
}
