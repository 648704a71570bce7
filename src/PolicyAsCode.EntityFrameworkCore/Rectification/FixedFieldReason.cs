using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Why a field is not corrected by a request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FixedFieldReason
{
    /// <summary>Rows are known by it.</summary>
    Key,

    /// <summary>Retention counts from it: moved, data would go too early or too late.</summary>
    Anchor,

    /// <summary>A password, or what stands for one: whoever knows it changes it where they sign in.</summary>
    Secret,

    /// <summary>It follows from another field, and is set with it.</summary>
    Derived,

    /// <summary>It was concluded of the person; a person of the staff weighs it.</summary>
    Concluded,

    /// <summary>It is one of several in a collection, and nothing says which.</summary>
    Several,
}
