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

    /// <summary>Is long over, and a row on legal hold of somebody else refers to something of this one.</summary>
    public const string AnsweredByHeld = "answered by a row on hold";

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
}
