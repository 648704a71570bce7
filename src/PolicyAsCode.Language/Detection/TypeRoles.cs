using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>What a type is about, by its name.</summary>
internal static class TypeRoles
{
    /// <summary>The role that a name tells; null where it tells none.</summary>
    /// <param name="words">All words of the name.</param>
    /// <param name="meaning">Those of them that say more than how the type is used.</param>
    /// <remarks>
    /// English puts what a thing is last (CustomerGroup is a group), Indonesian first (KategoriPelanggan is a
    /// category).
    /// </remarks>
    public static TypeRole? Of(IReadOnlyList<string> words, ImmutableArray<string> meaning)
    {
        if (words.Count == 0)
            return null;
        // Tables to choose from, though not MstUser; and what goes to everybody.
        if (words[0] is "mst" or "master" or "ref" && !RoleWords.IsPerson(words[words.Count - 1])
            || words.Any(word => word is "push" or "broadcast"))
            return TypeRole.Thing;
        if (words.Any(word => word is "error" or "toast" or "flash" or "snackbar" or "screen" or "loader" or "exception"))
            return TypeRole.Program;
        if (RoleWords.Of(words[words.Count - 1]) == TypeRole.Program)
            return TypeRole.Program;
        if (meaning.IsEmpty && words.Contains("profile") && !words.Any(word => word is "export" or "import"))
            return TypeRole.Person; // UpdateProfileDto
        if (meaning.IsEmpty)
            return words.Reverse().Select(RoleWords.Of).FirstOrDefault(role => role is not null);
        // UserWithRoles is a user, and so is UserForUpdate; MessageItem is a message, OrderItem no order.
        var with = meaning.IndexOf("with");
        if (with < 0 && meaning.IndexOf("for") is > 0 and var use && RoleWords.IsPerson(meaning[use - 1]))
            with = use;
        if (with > 0)
            meaning = meaning.RemoveRange(with, meaning.Length - with);
        if (meaning[meaning.Length - 1] is "item" or "entry")
        {
            if (meaning.Length == 1)
                return null;
            var before = meaning[meaning.Length - 2];
            if (RoleWords.IsPerson(before) || before is "message" or "chat" or "comment")
                meaning = meaning.RemoveAt(meaning.Length - 1);
        }

        if (meaning.Length > 1 && meaning[meaning.Length - 1] is "master")
            meaning = meaning.RemoveAt(meaning.Length - 1); // BranchMaster is the table of branches

        var last = meaning[meaning.Length - 1];
        if (meaning[0] is "tenaga")
            return TypeRole.Person; // tenaga medis, tenaga kesehatan: somebody who works there
        if (meaning.Length > 1 && meaning[0] is "foto" or "gambar") // FotoPasien, and FotoPemeriksaan
            return meaning.Any(RoleWords.IsPerson) ? TypeRole.PersonalRecord : TypeRole.Thing;
        if (last is "picture" or "photo" or "avatar" or "image" or "foto" or "gambar"
            && meaning.Any(RoleWords.IsPerson))
            return TypeRole.PersonalRecord;
        if (meaning.Length > 1 && last is ("address" or "phone" or "location" or "alamat")
            && RoleWords.Of(meaning[meaning.Length - 2]) == TypeRole.Organisation)
            return TypeRole.Organisation; // HospitalAddress
        if (meaning.Length > 1 && RoleWords.IsIndonesian(last))
            return RoleWords.Of(meaning[0]);
        if (meaning.Length > 1 && RoleWords.Of(meaning[meaning.Length - 2] + last) is { } joined)
            return joined; // KhachHang, RumahSakit: one word to those who speak the language
        if (RoleWords.Of(last) is { } role)
            return role == TypeRole.Person && meaning[0] is "role" or "permission" ? TypeRole.Thing : role;
        for (var i = meaning.Length - 2; i >= 0; i--)
            if (RoleWords.Of(meaning[i]) is { } earlier)
                return earlier == TypeRole.Person ? TypeRole.PersonalRecord : earlier; // EmployeeWork is an employee's
        return null;
    }
}
