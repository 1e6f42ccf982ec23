namespace Survey;

/// <summary>In what order PSUs stand on the list they were drawn from.</summary>
internal static class SystematicOrder
{
    /// <summary>For each PSU the one before it in its stratum, -1 for the first.</summary>
    /// <param name="column">The order, for messages.</param>
    /// <param name="order">Its values, which no two PSUs of a stratum share.</param>
    /// <param name="psuOfRow">The PSU of each row.</param>
    /// <param name="stage">The first: the stratum of each PSU.</param>
    /// <param name="nameOf">What a PSU is called.</param>
    /// <param name="placeOfRow">What a row is called in messages, such as "row 7".</param>
    public static int[] Before(string column, KeyCodes order, int[] psuOfRow, Stage stage, Func<int, string> nameOf, Func<long, string> placeOfRow)
    {
        int[] placeOf = PlacesOf(column, order, psuOfRow, stage.GroupOfUnit.Length, nameOf, placeOfRow);
        int[] listed = [.. Enumerable.Range(0, placeOf.Length).OrderBy(psu => stage.GroupOfUnit[psu]).ThenBy(psu => placeOf[psu])];
        int[] before = new int[placeOf.Length];
        for (int k = 0; k < listed.Length; k++)
        {
            int psu = listed[k], last = k == 0 || stage.GroupOfUnit[listed[k - 1]] != stage.GroupOfUnit[psu] ? -1 : listed[k - 1];
            if (last >= 0 && placeOf[last] == placeOf[psu])
                throw new SurveyDataException($"The order '{column}' is {order.Texts[placeOf[psu]]} for both {nameOf(last)} and {nameOf(psu)}; give the PSUs of a stratum (of all that are merged into one) different places, in the order of the list they were drawn from.");
            before[psu] = last;
        }
        return before;
    }

    private static int[] PlacesOf(string column, KeyCodes order, int[] psuOfRow, int psus, Func<int, string> nameOf, Func<long, string> placeOfRow)
    {
        int[] placeOf = new int[psus];
        Array.Fill(placeOf, -1);
        for (int row = 0; row < psuOfRow.Length; row++)
        {
            int psu = psuOfRow[row], place = order.Codes[row];
            if (placeOf[psu] < 0)
                placeOf[psu] = place;
            else if (placeOf[psu] != place)
                throw new SurveyDataException($"The order '{column}' of {nameOf(psu)} is {order.Texts[placeOf[psu]]} and, in {placeOfRow(row)}, {order.Texts[place]}; a PSU has one place on the list it was drawn from.");
        }
        return placeOf;
    }
}
