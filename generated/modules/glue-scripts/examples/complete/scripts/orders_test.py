print("not uploaded")
