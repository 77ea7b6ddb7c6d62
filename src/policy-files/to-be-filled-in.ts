/** The code of the problem that a file has something to be filled in before it is JSON. */
export const TO_BE_FILLED_IN = "to-be-filled-in";
