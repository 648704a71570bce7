using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>Which kinds of members can hold data of a category.</summary>
internal static class KindRules
{
    /// <summary>Whether a member of that kind can be such data, apart from text, which always can.</summary>
    public static bool CanHold(MemberKind kind, Term category) => kind switch
    {
        MemberKind.Text => true,
        MemberKind.Date => category.Key is "identity.birth-date" or "usage.activity" or "payment.card-number",
        MemberKind.Integer => category.Key is "identity.birth-date" or "identity" or "government.id-number"
            or "contact.phone" or "employment.staff-number" or "employment.salary" or "payment.card-number"
            or "payment.bank-account" or "communication.feedback" or "contact.address" or "special.health"
            or "account.user-id" or "account.password" or "employment" or "inference.fraud-signal"
            or "payment.method",
        MemberKind.Choice => category.Key == "identity",
        MemberKind.Fraction => category.Key is "location.precise" or "employment.salary" or "special.health"
            or "communication.feedback" or "employment" or "contact.phone" or "inference.fraud-signal",
        MemberKind.File => category.Key is "identity.photo" or "special.biometric" or "government.id-document"
            or "account.password" or "transaction.payment" or "employment" or "special.health"
            or "communication.message",
        _ => false,
    };

    /// <summary>Whether a type that is named like the category is the datum itself, and no entity.</summary>
    public static bool IsValue(Term category) =>
        category.Key.StartsWith("identity", StringComparison.Ordinal) || category.Special
        || category.Key is "contact.phone" or "contact.email" or "contact.name" or "account.password"
            or "government.id-number" or "payment.method"
            or "device.type";

    /// <summary>Whether it is the datum also where the type says that it is one of few.</summary>
    public static bool IsChoice(Term category) =>
        category.Key.StartsWith("employment", StringComparison.Ordinal)
        || category.Key is "device.type" or "preference" or "payment.bank-account" or "payment.card-number";
}
