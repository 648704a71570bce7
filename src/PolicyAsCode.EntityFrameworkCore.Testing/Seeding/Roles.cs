using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>What each person of a proof is for.</summary>
internal static class Roles
{
    /// <summary>Has everything, and is erased first.</summary>
    public const string First = "first";

    /// <summary>Has the same, and shares rows with the first.</summary>
    public const string Second = "second";

    /// <summary>Is long over, and only others refer to this one.</summary>
    public const string Referred = "only referred to";

    /// <summary>The same, from a row on legal hold.</summary>
    public const string ReferredByHeld = "referred to by a row on hold";

    /// <summary>The same, from a row of somebody who is on hold by an order, which no row says.</summary>
    public const string ReferredByHeldPerson = "referred to by a row of somebody on hold";

    /// <summary>Is long over, and a row on legal hold of somebody else refers to something of this one.</summary>
    public const string AnsweredByHeld = "answered by a row on hold";

    /// <summary>The same, from a row of somebody who is on hold by an order, which no row says.</summary>
    public const string AnsweredByHeldPerson = "answered by a row of somebody on hold";

    /// <summary>Is long over, and so is everything that belongs to this one.</summary>
    public const string WithOldThings = "long gone";

    /// <summary>Is hidden by a query filter: softly deleted.</summary>
    public const string Hidden = "hidden";

    /// <summary>Is another tenant's, and does not exist for the context.</summary>
    public const string Elsewhere = "of another tenant";

    /// <summary>Has nothing but a record.</summary>
    public const string Bare = "bare";

    /// <summary>Has a record in which nothing stands.</summary>
    public const string Empty = "empty";

    /// <summary>How the roles of people on hold begin.</summary>
    public const string OnHold = "on hold by ";

    /// <summary>Everything is old, and on hold by an order on the person, which no row says.</summary>
    public const string OnHoldByName = OnHold + "an order on the person";

    /// <summary>Is on hold, and has nothing but a record.</summary>
    public static string HeldWithNothing(string hold) => $"{hold}, with nothing else";

    /// <summary>Is on hold, and has rows of one type alone.</summary>
    public static string HeldWithOnly(string hold, IEntityType type) => $"{hold}, with {type.ShortName()} only";

    /// <summary>Whether a role is one of those that are on hold in one way.</summary>
    public static bool IsHeld(string role, string hold) =>
        role == hold || role.StartsWith($"{hold}, with ", StringComparison.Ordinal);

    /// <summary>Whether the rows of such a person are seen.</summary>
    public static Sight Sight(string role) => role switch
    {
        Hidden => Seeding.Sight.Hidden,
        Elsewhere => Seeding.Sight.Elsewhere,
        _ => Seeding.Sight.Seen,
    };

    /// <summary>Everything is old, and on hold by one row.</summary>
    public static string Held(IEntityType type, IProperty hold) => hold.DeclaringType is IEntityType declaring && declaring.IsAssignableFrom(type)
        ? $"{OnHold}{type.ShortName()}.{hold.Name}"
        : $"{OnHold}{type.ShortName()}, {hold.DeclaringType.Name}.{hold.Name}";

    /// <summary>Everything is old but rows of one type.</summary>
    public static string Only(IEntityType type) => $"with new {type.ShortName()} only";

    /// <summary>Everything is old, and there are rows of one type alone.</summary>
    public static string OldOnly(IEntityType type) => $"{Alone}old {type.ShortName()} only";

    /// <summary>Everything is old but rows of one type, and what hangs on those is old too.</summary>
    public static string NewAmongOld(IEntityType type) => $"{Alone}new {type.ShortName()} among old things";

    /// <summary>
    /// Whether only the time that is over, or the hold on a row of its own, makes somebody different: that is for sweeps to
    /// tell, and an erasure or a copy is the same as that of others.
    /// </summary>
    public static bool IsForSweeps(string role) => role.StartsWith(Alone, StringComparison.Ordinal)
        || role.StartsWith(OnHold, StringComparison.Ordinal) && role.EndsWith(" only", StringComparison.Ordinal);

    private const string Alone = "by time, with ";
}
