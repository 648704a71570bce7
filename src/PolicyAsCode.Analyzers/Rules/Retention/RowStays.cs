using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>Whether one field of a row keeps the row while another field of it must go.</summary>
internal static class RowStays
{
    internal static bool Without(RetentionPlan.Kept goes, RetentionPlan.Kept other)
    {
        // The row is anonymised and stays: what identifies goes from it, and so does what was to be erased.
        if (other.Keep.Then == RetentionAction.Anonymise)
            return goes.Keep.Then == RetentionAction.Erase && !ReferenceEquals(goes, other) || goes.Category.Identifies;
        if (ReferenceEquals(goes, other) || ReferenceEquals(goes.Keep, other.Keep))
            return false;
        if (other.Keep.Then == RetentionAction.Review)
            return goes.Keep.Then != RetentionAction.Review;

        // A legal minimum keeps the row when the subject asks for erasure, and its other fields go.
        if (Length(other.Keep.AtLeast) > Length(goes.Keep.AtLeast))
            return true;
        return !ReferenceEquals(goes.Keep.From, other.Keep.From) || Expiry(other.Keep) > Expiry(goes.Keep);
    }

    internal static Message Why(RetentionStatement keep) => keep switch
    {
        { Then: RetentionAction.Anonymise } => Say.This("StaysAnonymised"),
        { Then: RetentionAction.Review } => Say.This("StaysReviewed"),
        { AtLeast: { } least } => Say.This("StaysAtLeast", least),
        { AtMost: { } most, From: { } from } => Say.This("StaysFor", most, from.Key),
        _ => Say.This("StaysLonger"),
    };

    private static double Expiry(RetentionStatement keep) => Length(keep.AtMost ?? keep.AtLeast);

    // In days; only to tell which of two is longer, so that an average month is enough.
    private static double Length(Duration? duration) =>
        duration is not { } length ? 0 : length.Count * length.Unit switch
    {
        DurationUnit.Hours => 1 / 24.0,
        DurationUnit.BusinessDays => 1.4,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 365.25 / 12,
        DurationUnit.Years => 365.25,
        _ => 1,
    };
}
